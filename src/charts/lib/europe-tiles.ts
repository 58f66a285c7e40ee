const MAP = `
  IS -- -- -- NO SE FI -- --
  -- -- -- -- -- -- EE -- --
  -- -- -- -- DK -- LV -- --
  IE GB -- NL DE PL LT -- --
  -- -- -- BE LU CZ SK UA --
  -- -- -- FR CH AT HU RO MD
  -- PT ES -- IT SI HR BG --
  -- -- -- -- MT -- -- GR TR
  -- -- -- -- -- -- -- -- CY
`;

/** Column and row of a country on a tile map of Europe: neighbours stand near each other, areas are all the same. */
export const EUROPE_TILES: Readonly<Record<string, readonly [column: number, row: number]>> =
  Object.fromEntries(
    MAP.trim()
      .split("\n")
      .flatMap((line, row) =>
        line
          .trim()
          .split(" ")
          .map((country, column) => [country, [column, row] as const] as const),
      )
      .filter(([country]) => country !== "--"),
  );

/** Columns of the map, and the row that is left free for countries outside Europe. */
export const TILE_COLUMNS = 9;
export const ELSEWHERE_ROW = 8;
