/** A line of code that loads a chart's CSV. */
export interface Recipe {
  language: string;
  needs: string;
  code: string;
}

/**
 * One line each for Python, R and JavaScript that loads the CSV at `url`. All skip its comments and give a column the same
 * type: numbers where every cell is one or empty, else text, so that a month is not its first day.
 */
export function loadRecipes(url: string): Recipe[] {
  const address = JSON.stringify(url);
  return [
    {
      language: "Python",
      needs: "pandas",
      code: `import pandas as pd; chart = pd.read_csv(${address}, comment="#")`,
    },
    {
      language: "R",
      needs: "base R",
      code: `chart <- read.csv(${address}, comment.char = "#", encoding = "UTF-8", check.names = FALSE)`,
    },
    {
      language: "JavaScript",
      needs: "D3",
      code:
        `const chart = d3.csvParse((await d3.text(${address})).replace(/^(#.*\\r?\\n)+/, "")); ` +
        `for (const name of chart.columns) if (chart.every((row) => !isNaN(row[name]))) ` +
        `for (const row of chart) row[name] = row[name] === "" ? null : +row[name]`,
    },
  ];
}
