/** What is no plain word, and keeps its `@`: links, addresses on the web, mail addresses. Groups: `!`, words, address of a Markdown link. */
export const token =
  /(!?)\[([^\][\n]{0,500})\]\(([^()\s]{1,2000})\)|https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]|[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;
