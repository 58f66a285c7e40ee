/** A line of code that loads a chart's CSV. */
export interface Recipe {
  language: string;
  needs: string;
  code: string;
}

/** One line each for Python, R and JavaScript that loads the CSV at `url`; all of them skip its comment lines. */
export function loadRecipes(url: string): Recipe[] {
  const address = JSON.stringify(url);
  return [
    { language: "Python", needs: "pandas", code: `import pandas as pd; chart = pd.read_csv(${address}, comment="#")` },
    { language: "R", needs: "base R", code: `chart <- read.csv(${address}, comment.char = "#", encoding = "UTF-8")` },
    {
      language: "JavaScript",
      needs: "D3",
      code: `const chart = d3.csvParse((await d3.text(${address})).replace(/^(#.*\\r?\\n)+/, ""), d3.autoType)`,
    },
  ];
}
