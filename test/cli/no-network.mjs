/* Loaded before the command (`node --import`): whoever reaches for the network ends the process with code 97. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const refuse = (name) => () => {
  process.stderr.write(`network: ${name}\n`);
  process.exit(97);
};

const doors = [
  [net, ['connect', 'createConnection', 'createServer']],
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [dgram, ['createSocket']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  [http, ['request', 'get']],
  [https, ['request', 'get']],
  [http2, ['connect']],
  [tls, ['connect']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource']],
];

for (const [door, names] of doors)
  for (const name of names) Object.defineProperty(door, name, { value: refuse(name), configurable: true });
syncBuiltinESMExports();
