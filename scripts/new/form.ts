import { createInterface } from "node:readline";
import { type Answers, choicesOf, isRequired, judge, type Question } from "./questions.ts";

/** What is missing or wrong in the answers; nothing was written. */
export class FormStopped extends Error {}

/** Fills the form from flags; what is not required may be left out. Throws FormStopped with every flag that is missing or wrong. */
export function fillFromFlags(questions: readonly Question[], flags: ReadonlyMap<string, string>): Answers {
  const answers: Answers = {};
  const problems: string[] = [];
  for (const key of flags.keys())
    if (!questions.some((question) => question.key === key))
      problems.push(
        `--${key} is unknown; expected one of ${questions.map((question) => `--${question.key}`).join(", ")}`,
      );
  for (const question of questions) {
    const text = flags.get(question.key) ?? question.suggest?.(answers) ?? "";
    if (text === "") {
      if (isRequired(question, answers))
        problems.push(`--${question.key} is missing: ${question.ask}${choices(question)}`);
      continue;
    }
    const judged = judge(question, text);
    if ("refused" in judged) problems.push(`--${question.key}: ${judged.refused}`);
    // A refused answer counts as one for the questions that depend on it.
    answers[question.key] = "answer" in judged ? judged.answer : text;
  }
  if (problems.length > 0) throw new FormStopped(problems.join("\n"));
  return answers;
}

/** Asks question by question on the terminal, each until its answer will do. Throws FormStopped if the answers end early. */
export async function fillByAsking(questions: readonly Question[]): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, terminal: process.stdin.isTTY });
  const lines = terminal[Symbol.asyncIterator]();
  const answers: Answers = {};
  try {
    for (const question of questions) {
      const suggestion = question.suggest?.(answers) ?? "";
      const required = isRequired(question, answers);
      for (;;) {
        process.stdout.write(
          `${question.ask}${choices(question)}${suggestion && ` [${suggestion}]`}${required ? "" : " (may stay empty)"}: `,
        );
        const { value, done } = await lines.next();
        if (done) throw new FormStopped("the answers ended before the form did");
        const text = value.trim() || suggestion;
        if (text === "" && !required) break;
        const judged = judge(question, text);
        if ("answer" in judged) {
          answers[question.key] = judged.answer;
          break;
        }
        process.stdout.write(`  ${text === "" ? "an answer is needed" : judged.refused}\n`);
      }
    }
    return answers;
  } finally {
    terminal.close();
  }
}

function choices(question: Question): string {
  const options = choicesOf(question);
  return options.length > 0 ? ` (${options.join(", ")})` : "";
}
