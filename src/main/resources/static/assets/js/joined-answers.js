/**
 * What counts of an item that was answered or flagged at two places: the answer that was given later, and the flag as the
 * one has it that has changed it. All are {answer, flagged}, and the two say when theirs was answered, in the server's
 * milliseconds; one that has not answered says nothing.
 *
 * @param base what mine began with
 */
export function joinedAnswers(base, mine, theirs) {
  const later = (mine.answered ?? 0) > (theirs.answered ?? 0) ? mine : theirs;
  return {
    answer: later.answer,
    answered: later.answered ?? undefined,
    flagged: (mine.flagged !== base.flagged ? mine : theirs).flagged,
    givenAt: Math.max(mine.givenAt ?? 0, theirs.givenAt ?? 0) || undefined,
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
