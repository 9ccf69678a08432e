import { marked } from './highlights.js';

/**
 * Joins what was made of the same notes at two places: no strike-out, highlight or word of either is lost. All are
 * {struck, highlights, note}.
 *
 * @param base what both began with
 * @param theirs comes first in the note
 */
export function joined(base, mine, theirs) {
  const added = (what) => mine[what].filter((one) => !base[what].includes(one));
  const left = (what) => theirs[what].filter((one) => !base[what].includes(one) || mine[what].includes(one));
  return {
    struck: [...new Set([...left('struck'), ...added('struck')])],
    highlights: added('highlights').reduce(marked, left('highlights')),
    note: joinedText(base.note, mine.note, theirs.note),
  };
}

export function same(one, other) {
  const sorted = ({ struck, highlights, note }) => JSON.stringify([[...struck].sort(), [...highlights].sort(), note]);
  return sorted(one) === sorted(other);
}

function joinedText(base, mine, theirs) {
  if (mine === base || holds(theirs, mine)) return theirs;
  if (theirs === base || continues(mine, theirs)) return mine;
  const added = base && mine.startsWith(base) ? mine.slice(base.length) : newLines(base, mine, theirs);
  if (!theirs || !added || holds(theirs, added.trim())) return theirs || added;
  return added.startsWith('\n') ? theirs + added : `${theirs}\n${added.trimStart()}`;
}

/** The lines that only mine has: those that it has changed, and those that it has added. */
function newLines(base, mine, theirs) {
  const known = [...base.split('\n'), ...theirs.split('\n')];
  return mine.split('\n').filter((line) => line && !known.includes(line)).join('\n');
}

/** Whether a text has another as whole lines. */
function holds(text, other) {
  return `\n${text}\n`.includes(`\n${other}\n`);
}

/** Whether a text is another one with more words. */
function continues(text, other) {
  return text.startsWith(other) && !/^[\p{L}\p{N}]/u.test(text.slice(other.length));
}
