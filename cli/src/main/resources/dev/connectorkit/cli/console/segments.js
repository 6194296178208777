const ORDER = ["error", "warning", "info"];

/**
 * Cuts a text at the ends of all issues. Returns pieces of text, each with the gravest severity of the issues that cover
 * it, or null. An issue without length, where something is missing, takes the character there, or a blank at the end.
 */
export function segmentsOf(text, issues) {
  const spans = issues.map((issue) => ({ ...issue, end: Math.max(issue.end, issue.start + 1) }));
  const padded = spans.some((span) => span.end > text.length) ? `${text} ` : text;
  const cuts = new Set([0, padded.length]);
  for (const span of spans) {
    cuts.add(Math.min(span.start, padded.length)).add(Math.min(span.end, padded.length));
  }
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(1).map((end, i) => {
    const covering = spans.filter((span) => span.start <= ends[i] && span.end >= end).map((span) => span.severity);
    return {
      text: padded.slice(ends[i], end),
      severity: ORDER.find((severity) => covering.includes(severity)) ?? null,
    };
  });
}

/** Returns a text with an issue's edits made. */
export function mended(text, edits) {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.replacement + result.slice(edit.end), text);
}
