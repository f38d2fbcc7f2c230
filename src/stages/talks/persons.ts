import type { Transcript } from '../../transcript.js';

/** One person of a log: all nicks, and the ordinals of the messages that are no copies, ascending. */
export interface Person {
  nicks: string[];
  messages: number[];
}

/** The senders of a log, those linked by copies of messages as one person, in the order of their first message. */
export function personsOf(tree: Transcript): Person[] {
  const root = new Map<string, string>();
  const find = (nick: string): string => {
    const above = root.get(nick) ?? nick;
    return above === nick ? nick : find(above);
  };
  for (const message of tree.children) {
    if (!root.has(message.sender)) root.set(message.sender, message.sender);
    if (message.duplicateOf === undefined) continue;
    const [a, b] = [find(tree.children[message.duplicateOf]!.sender), find(message.sender)];
    if (a !== b) root.set(b, a);
  }
  const persons = new Map<string, Person>();
  for (const nick of root.keys()) {
    const first = find(nick);
    const person = persons.get(first);
    if (person) person.nicks.push(nick);
    else persons.set(first, { nicks: [nick], messages: [] });
  }
  for (const message of tree.children) {
    if (message.duplicateOf === undefined) persons.get(find(message.sender))!.messages.push(message.id);
  }
  return [...persons.values()];
}
