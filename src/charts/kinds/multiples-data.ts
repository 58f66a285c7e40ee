export interface MultiplesBar {
  period: string;
  /** The number, in the data's unit; null if none is known. */
  value: number | null;
  /** Stands above the bar if there is room; empty for nothing. */
  text: string;
  /** What the bar says, in words, without panel and period. */
  says: string;
  href?: string;
}

/** One small chart; periods without a bar stay empty. */
export interface MultiplesPanel {
  id: string;
  label: string;
  marked: boolean;
  bars: MultiplesBar[];
}

/** Small charts of one unit on one scale, in the order in which they are to be read. */
export interface MultiplesData {
  /**
   * Every period in order, those without data too. `label` stands below the bar, or `short` below every bar where not
   * all labels find room; empty for none.
   */
  periods: { id: string; name: string; label: string; short: string }[];
  panels: MultiplesPanel[];
  /** What the dot in place of a bar means; empty if every value is known. */
  missing: string;
  /** Most numbers that stand above the bars of a panel, the largest first. */
  numbers: number;
}
