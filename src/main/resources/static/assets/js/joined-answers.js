/**
 * What counts of an item that was answered or flagged at two places, both of which began with the same base: what only
 * one of them has changed, as that one has it; of two answers the later one. All are {answer, flagged}, and the two have
 * givenAt, in the server's milliseconds.
 *
 * @param ordered whether the order of an answer's parts means something
 */
export function joinedAnswers(base, mine, theirs, ordered) {
  const later = (mine.givenAt ?? 0) > (theirs.givenAt ?? 0) ? mine : theirs;
  const either = (mineIs, theirsIs, what) => (mineIs ? (theirsIs ? later : mine) : theirs)[what];
  return {
    answer: either(!sameAnswer(mine.answer, base.answer, ordered), !sameAnswer(theirs.answer, base.answer, ordered), 'answer'),
    flagged: either(mine.flagged !== base.flagged, theirs.flagged !== base.flagged, 'flagged'),
    givenAt: Math.max(mine.givenAt ?? 0, theirs.givenAt ?? 0),
  };
}

/** As the server sees it: parts that are empty say nothing, but for the place that they keep in an order. */
export function sameAnswer(one, other, ordered) {
  const written = (answer) => {
    const given = answer.filter(Boolean);
    return JSON.stringify(ordered && given.length ? answer : given.toSorted());
  };
  return written(one) === written(other);
}

export function saysTheSame(one, other, ordered) {
  return one.flagged === other.flagged && sameAnswer(one.answer, other.answer, ordered);
}
