import type { JiangluError } from '../../errors.js';
import { told } from './answer.js';
import type { Transport } from './transport.js';

/** Makes the error of a wiki that lets nobody in, without the secret that was sent to it. */
export type Refused = (reason: string) => JiangluError;

/** Who logs in, and the address of the wiki. */
interface Entrant {
  user: string;
  password: string;
  address: string;
}

/**
 * A token for a kind of request.
 *
 * @throws JiangluError `wiki-login`
 */
export async function tokenOf(wire: Transport, type: 'login' | 'csrf', refused: Refused): Promise<string> {
  const { query, errors } = await wire.ask({ action: 'query', meta: 'tokens', type });
  const given = query?.tokens?.[`${type}token`];
  if (given === undefined) throw refused(errors?.[0] ? told(errors[0]) : 'no token');
  return given;
}

async function byBotPassword(wire: Transport, { user, password }: Entrant, token: string, refused: Refused) {
  const parameters = { lgname: user, lgpassword: password, lgtoken: token };
  const { login, errors } = await wire.ask({ action: 'login', ...parameters });
  if (login?.result === 'Success') return;
  const reason = login?.reason ?? errors?.[0]?.text ?? 'no answer';
  throw refused(typeof reason === 'string' ? reason : reason.text);
}

async function byPassword(wire: Transport, entrant: Entrant, logintoken: string, refused: Refused) {
  const { user: username, password, address } = entrant;
  const parameters = { username, password, logintoken, loginreturnurl: address };
  const { clientlogin, errors } = await wire.ask({ action: 'clientlogin', ...parameters });
  if (clientlogin?.status !== 'PASS') throw refused(clientlogin?.message ?? errors?.[0]?.text ?? 'no answer');
}

/**
 * Logs in: a bot password (`NAME@LABEL`) and the password of an account have an action of the API each.
 *
 * @throws JiangluError `wiki-login`
 */
export async function logIn(wire: Transport, entrant: Entrant, refused: Refused): Promise<void> {
  const token = await tokenOf(wire, 'login', refused);
  await (entrant.user.includes('@') ? byBotPassword : byPassword)(wire, entrant, token, refused);
}
