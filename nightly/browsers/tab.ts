/** What can go to a page and come back from it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a hand does, as both WebDriver protocols write it: https://www.w3.org/TR/webdriver2/#actions */
export type Actions = readonly Readonly<Record<string, unknown>>[];

/** One tab of a browser: the little that its protocol has to do. */
export interface Tab {
  /** Name and version of the browser. */
  readonly browser: string;
  /** Goes to an address and waits for its page to be loaded. */
  goto(url: string): Promise<void>;
  /**
   * Evaluates an expression that gives a string or a promise of one, in the page or in the frame that another expression gives.
   * Throws what the page throws.
   */
  evaluate(expression: string, frame?: string): Promise<string>;
  perform(actions: Actions): Promise<void>;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

const KEYS: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** A reader at a tab: looks, types, clicks. */
export class Reader {
  readonly tab: Tab;
  readonly origin: string;

  constructor(tab: Tab, origin: string) {
    this.tab = tab;
    this.origin = origin;
  }

  /** Opens a path of the site, or an address. */
  open(path: string): Promise<void> {
    return this.tab.goto(new URL(path, this.origin).href);
  }

  /** What a function says that runs in the page; it sees nothing but its arguments. */
  see<Seen, Given extends Json[]>(
    run: (...given: Given) => Seen | Promise<Seen>,
    ...given: Given
  ): Promise<Seen> {
    return this.#run(undefined, run, given);
  }

  /** The same inside the frame, or the element around it, with this place on the page. */
  seeInFrame<Seen, Given extends Json[]>(
    frame: number,
    run: (...given: Given) => Seen | Promise<Seen>,
    ...given: Given
  ): Promise<Seen> {
    const place = `document.querySelectorAll("iframe, draft-chart")[${frame}]`;
    return this.#run(`(${place}.shadowRoot?.querySelector("iframe") ?? ${place})`, run, given);
  }

  async #run<Seen>(
    frame: string | undefined,
    run: (...given: never[]) => unknown,
    given: readonly Json[],
  ): Promise<Seen> {
    const text = await this.tab.evaluate(
      `(async () => JSON.stringify([await (${run.toString()})(...${JSON.stringify(given)})]))()`,
      frame,
    );
    return (JSON.parse(text) as [Seen])[0];
  }

  /** The text of the first element that matches, as it is shown. */
  text(selector: string): Promise<string> {
    return this.see((selector) => document.querySelector<HTMLElement>(selector)!.innerText, selector);
  }

  /** Presses and releases keys, one after the other: names of keys, or characters. */
  async press(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((key) =>
      ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[key] ?? key })),
    );
    await this.tab.perform([{ type: "key", id: "keyboard", actions }]);
  }

  /** Clicks the middle of the first element that matches. Throws if nothing matches or something covers it. */
  async click(selector: string): Promise<void> {
    const { x, y } = await this.see((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`nothing matches ${selector}`);
      element.scrollIntoView({ behavior: "instant", block: "center" });
      const box = element.getClientRects()[0]!;
      const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
      const there = document.elementFromPoint(x, y);
      if (!there || !(element.contains(there) || there.contains(element)))
        throw new Error(`${selector} lies under ${there?.outerHTML.slice(0, 80)}`);
      return { x, y };
    }, selector);
    const actions = [
      { type: "pointerMove", x, y, duration: 0 },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.tab.perform([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }]);
  }
}
