/**
 * Classes of disagreements, FIGURE.CLASS, with what each means. Names are stable; docs/errors.md counts them and says why
 * they remain.
 */
export const classes = {
  'talks.unannounced': 'a talk that nobody announced got no note',
  'talks.elsewhere': 'the notes of the day cover another part of it than the talk',
  'talks.missed': 'an announced talk got no note',
  'talks.alarm': 'a day without a talk got a note',
  'talks.extra': 'a day with a talk got another note beside it',
  'speaker.talk-missed': 'the talk got no note',
  'speaker.order': 'the speaker stands among the others or the aliases, not first',
  'speaker.other': 'somebody else is taken for the speaker',
  'title.talk-missed': 'the talk got no note',
  'title.empty': 'the note has no title',
  'title.too-long': 'the title takes in words that are none of it',
  'title.too-short': 'the title lacks words',
  'title.other': 'another title',
  'lecture.talk-missed': 'the talk got no note',
  'lecture.missed-other': 'a lecture message by somebody else than the speaker was left out',
  'lecture.missed-picture': 'a picture was left out',
  'lecture.missed-link': 'a link or file was left out',
  'lecture.missed-pause': 'what follows a long pause was left out',
  'lecture.missed-opening': 'words before the recognised beginning were left out',
  'lecture.missed-closing': 'words after the recognised end were left out',
  'lecture.missed-short': 'a short remark was left out',
  'lecture.missed-text': 'a longer text was left out',
  'lecture.extra-other': 'a message by somebody else than the speaker was taken in',
  'lecture.extra-picture': 'a picture that is no lecture was taken in',
  'lecture.extra-link': 'a link or file that is no lecture was taken in',
  'lecture.extra-pause': 'what follows a long pause was taken in',
  'lecture.extra-opening': 'words before the lecture were taken in',
  'lecture.extra-closing': 'words after the lecture were taken in',
  'lecture.extra-short': 'a short remark within the lecture was taken in',
  'lecture.extra-text': 'a longer text within the lecture was taken in',
  'headings.talk-missed': 'the talk got no note',
  'headings.missed-outside': 'the heading stands in a message that was not taken for lecture',
  'headings.missed-numbered': 'a numbered heading was missed',
  'headings.missed-unnumbered': 'an unnumbered heading was missed',
  'headings.other-title': 'a heading of the message was found with quite another title',
  'headings.extra-outside': 'a heading in a message that is no lecture',
  'headings.extra-numbered': 'a numbered item or sentence was taken for a heading',
  'headings.extra-unnumbered': 'an unnumbered line was taken for a heading',
  'headings.title': 'found, but its title differs',
  'headings.level': 'found, but on another level',
  'headings.marker': 'found, but its marker differs',
  'qa.talk-missed': 'the talk got no note',
  'qa.question-differs': 'the question was found with too many or too few messages',
  'qa.answer-shared': 'what is lacking answers another question too, which has got it',
  'qa.answer-too-few': 'question found, answers lacking',
  'qa.answer-too-many': 'question found, but other messages were added to its answer',
  'qa.answer-mixed': 'question found, answers lacking and others added',
  'qa.answer-of-another': 'question found, but with the answer to another question',
  'qa.answer-wrong': 'question found, but with messages that answer nothing',
  'qa.missed-joined': 'the question was made part of another one',
  'qa.missed-as-answer': 'the question was taken for an answer',
  'qa.missed-shared': 'all of its answer answers another question too',
  'qa.missed-members': 'a question that members alone answer was missed',
  'qa.missed-unmarked': 'a question without question mark, word or particle was missed',
  'qa.missed-during': 'a question asked during the lecture was missed',
  'qa.missed-late': 'a question answered ten minutes later or more was missed',
  'qa.missed-plain': 'a question with a mark that the speaker soon answers was missed',
  'qa.extra-answer': 'an answer or a question back was taken for a question',
  'qa.extra-split': 'a part of a question was made a question of its own',
  'qa.extra-members': 'talk among members was taken for a pair',
  'qa.extra-unmarked': 'a remark without question mark, word or particle was taken for a question',
  'qa.extra-during': 'a pair during the lecture that is none',
  'qa.extra-marked': 'another pair too many: no question about the talk, or no answer',
  'topics.talk-missed': 'the talk got no note',
  'topics.missed-absent': 'a concept of the taxonomy that the lecture does not name',
  'topics.missed-thin': 'a concept that the lecture names, but only once, or a whole domain: no candidate',
  'topics.missed-unknown': 'neither a concept of the taxonomy nor among the terms of the text',
  'topics.missed-below': 'a concept found in the text but ranked below the chosen',
  'topics.missed-below-term': 'no concept of the taxonomy; as a term of the text ranked below the chosen',
  'topics.missed-repeated': 'left out as it repeats a better topic',
  'topics.missed-taken': 'its topic counts for another one of the label',
  'topics.extra-kin': 'a near relative, in the taxonomy, of a topic that the label has',
  'topics.extra-general': 'a whole domain',
  'topics.extra-concept': 'another concept of the taxonomy',
  'topics.extra-term': 'another term of the text',
  'glossary.talk-missed': 'the talk got no note',
  'glossary.bounds': 'the term was found with too many or too few words',
  'glossary.missed-outside': 'the term is explained in a message that was not taken for lecture',
  'glossary.missed-unseen': 'no wording that defines was seen',
  'glossary.missed-below': 'seen, but held unlikely',
  'glossary.missed-crowded': 'held likely, but left out for others: a dozen, overlap, another name of one',
  'glossary.extra-heading': 'a heading of the label',
  'glossary.extra-likely': 'another term, of which the model is rather sure',
  'glossary.extra-doubtful': 'another term, of which the model is less than half sure',
  'glossary.kind': 'found, but of another kind',
  'glossary.message': 'found, but in another message',
} as const;

/** Name of a class. */
export type ErrorClass = keyof typeof classes;

/** Names of all classes, in the order of the figures. */
export const classNames = Object.keys(classes) as ErrorClass[];

/** A figure that classes belong to: the part of their names before the point. */
export type FigureName = ErrorClass extends infer Name
  ? Name extends `${infer F}.${string}`
    ? F
    : never
  : never;

/** The figure of a class. */
export const figureOf = (name: ErrorClass): FigureName => name.split('.')[0] as FigureName;

/** Names of the figures, each once. */
export const figureNames: FigureName[] = [...new Set(classNames.map(figureOf))];
