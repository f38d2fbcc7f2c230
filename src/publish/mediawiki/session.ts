import { fail } from '../../errors.js';
import { apiAddress } from './address.js';
import { type Answer, told } from './answer.js';
import { logIn, tokenOf } from './login.js';
import {
  type Outcome,
  type Parameters,
  type Transport,
  type TransportOptions,
  transport,
} from './transport.js';

/** Who publishes: a bot password (`NAME@LABEL`), the password of an account, or an OAuth 2 access token. */
export type Credentials = { user: string; password: string } | { bearer: string };

/** What a client needs to know of its wiki. Times in milliseconds. */
export interface WikiOptions extends Omit<TransportOptions, 'bearer'> {
  credentials: Credentials;
  /** Plain http to a machine that is not this one. */
  allowHttp?: boolean;
}

/** Requests of somebody who is logged in; each says so (`assert`), so that nothing is ever done as nobody. */
export interface Session {
  /** For what may be done twice. Throws `wiki-refused` where the wiki answers with another error. */
  ask(parameters: Parameters): Promise<Answer>;
  /** For what may not: with a token, sent again only where nothing was done. Errors are for the caller to read. */
  act(parameters: Parameters): Promise<Exclude<Outcome, { kind: 'later' }>>;
  /** The name of the account, as it stands beside its edits. */
  name(): Promise<string>;
  readonly transport: Transport;
}

/** Seconds that the wiki's copies may lag behind (https://www.mediawiki.org/wiki/Manual:Maxlag_parameter). */
const maxlag = 5;

const lost = new Set(['assertuserfailed', 'assertbotfailed', 'assertnameduserfailed']);

/** Opens a session when it is first needed, and once more where the wiki forgets it. */
export function session({ credentials, allowHttp, ...options }: WikiOptions): Session {
  const secret = 'bearer' in credentials ? credentials.bearer : credentials.password;
  const bearer = 'bearer' in credentials ? secret : undefined;
  const wire = transport({
    ...options,
    url: apiAddress(options.url, allowHttp),
    ...(bearer !== undefined && { bearer }),
  });
  const refused = (reason: string) => fail('wiki-login', { reason: reason.replaceAll(secret, '…') });
  let entered: Promise<string> | undefined;
  let token: Promise<string> | undefined;

  async function enter(): Promise<string> {
    wire.clear();
    token = undefined;
    if ('password' in credentials) await logIn(wire, { ...credentials, address: options.url }, refused);
    const { query, errors } = await wire.ask({ action: 'query', meta: 'userinfo', uiprop: 'rights' });
    if (errors?.[0]) throw refused(told(errors[0]));
    if (!query?.userinfo || query.userinfo.anon) throw refused('the session does not last');
    return query.userinfo.name;
  }

  const name = (): Promise<string> => {
    entered ??= enter().catch((error: unknown) => {
      entered = undefined;
      throw error;
    });
    return entered;
  };

  /** Sends once within the session; `send` again after a new login where the wiki has forgotten us. */
  async function within<T>(send: () => Promise<T>, answerOf: (sent: T) => Answer | undefined): Promise<T> {
    const forgotten = (sent: T) => {
      const errors = answerOf(sent)?.errors ?? [];
      const denied = errors.find(({ code }) => code.startsWith('mwoauth-'));
      if (denied) throw refused(told(denied));
      return errors.some(({ code }) => lost.has(code));
    };
    const used = name();
    await used;
    const first = await send();
    if (!forgotten(first)) return first;
    // Requests that run at the same time log in once.
    if (entered === used) entered = undefined;
    await name();
    const second = await send();
    if (forgotten(second)) throw refused('the session does not last');
    return second;
  }

  const asserted = (parameters: Parameters): Parameters => ({ ...parameters, assert: 'user', maxlag });

  /** One token for requests that run at the same time: another makes the wiki forget the first. */
  function csrf(): Promise<string> {
    token ??= tokenOf(wire, 'csrf', refused).catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    return token;
  }
  const answerOf = (outcome: Exclude<Outcome, { kind: 'later' }>) =>
    outcome.kind === 'answer' ? outcome.answer : undefined;

  return {
    transport: wire,
    name,
    async ask(parameters) {
      const answer = await within(
        () => wire.ask(asserted(parameters)),
        (sent) => sent,
      );
      const [error] = answer.errors ?? [];
      if (!error) return answer;
      throw fail('wiki-refused', { reason: told(error).replaceAll(secret, '…') });
    },
    async act(parameters) {
      let used: typeof token;
      const acted = async () => {
        used = csrf();
        return wire.once({ ...asserted(parameters), token: await used });
      };
      const first = await within(acted, answerOf);
      if (!answerOf(first)?.errors?.some(({ code }) => code === 'badtoken')) return first;
      if (token === used) token = undefined;
      return within(acted, answerOf);
    },
  };
}
