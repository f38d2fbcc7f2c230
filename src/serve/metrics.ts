import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { StoreSize } from '../store/store.js';

/** Upper bounds of the histogram of durations, in seconds. */
const bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

interface Durations {
  buckets: number[];
  sum: number;
  count: number;
}

/** Counts of what was answered, since the start. */
export interface Metrics {
  count: MiddlewareHandler;
  /** Tells of an answer that it was made, or was kept from before. */
  rendered(how: 'made' | 'kept'): void;
  /** As Prometheus reads it. */
  text(size: StoreSize): string;
}

const quoted = (value: string) => value.replace(/[\\"\n]/gu, (one) => (one === '\n' ? '\\n' : `\\${one}`));

const family = (name: string, type: string, help: string, lines: string[]) =>
  [`# HELP jianglu_${name} ${help}`, `# TYPE jianglu_${name} ${type}`, ...lines].join('\n');

function histogram(routes: ReadonlyMap<string, Durations>): string[] {
  return [...routes].flatMap(([route, { buckets, sum, count }]) => {
    const label = `route="${quoted(route)}"`;
    const name = 'jianglu_request_duration_seconds';
    const steps = bounds.map((bound, at) => `${name}_bucket{${label},le="${bound}"} ${buckets[at]}`);
    return [
      ...steps,
      `${name}_bucket{${label},le="+Inf"} ${count}`,
      `${name}_sum{${label}} ${sum.toFixed(6)}`,
      `${name}_count{${label}} ${count}`,
    ];
  });
}

/** The pattern of the route that answers; paths that nobody knows are one. */
function routeOf(context: Parameters<MiddlewareHandler>[0]): string {
  const path = matchedRoutes(context).findLast((one) => !one.path.endsWith('*'))?.path;
  return path ?? 'other';
}

/** Begins to count. */
export function metricsOf(now: () => number = () => performance.now()): Metrics {
  const requests = new Map<string, number>();
  const routes = new Map<string, Durations>();
  const rendered = { made: 0, kept: 0 };
  const add = (route: string, status: number, seconds: number) => {
    const key = `route="${quoted(route)}",status="${status}"`;
    requests.set(key, (requests.get(key) ?? 0) + 1);
    const durations = routes.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    routes.set(route, durations);
    durations.sum += seconds;
    durations.count++;
    bounds.forEach((bound, at) => {
      if (seconds <= bound) durations.buckets[at]!++;
    });
  };
  return {
    async count(context, next) {
      const start = now();
      await next();
      add(routeOf(context), context.res.status, (now() - start) / 1000);
    },
    rendered(how) {
      rendered[how]++;
    },
    text({ talks, entries, concepts, definitions }) {
      const counts = Object.entries({ talks, entries, concepts, definitions });
      return `${[
        family('requests_total', 'counter', 'requests by route and status', [
          ...[...requests].map(([labels, count]) => `jianglu_requests_total{${labels}} ${count}`),
        ]),
        family('request_duration_seconds', 'histogram', 'time to answer', histogram(routes)),
        family('rendered_total', 'counter', 'pages and answers that were made, or kept from before', [
          ...Object.entries(rendered).map(([how, count]) => `jianglu_rendered_total{how="${how}"} ${count}`),
        ]),
        family('store_size', 'gauge', 'what the store holds', [
          ...counts.map(([what, count]) => `jianglu_store_size{what="${what}"} ${count}`),
        ]),
        family('resident_memory_bytes', 'gauge', 'memory of the process', [
          `jianglu_resident_memory_bytes ${process.memoryUsage.rss()}`,
        ]),
      ].join('\n')}\n`;
    },
  };
}
