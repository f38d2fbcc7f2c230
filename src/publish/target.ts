/** What a page is known by from run to run: `talk:ID`, `speaker:NICK`, `topic:ID`, `concept:ID`. */
export type PageKey = string;
