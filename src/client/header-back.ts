// On a long page the header goes with the text and comes back when one scrolls up.
const { classList } = document.documentElement;
const header = document.querySelector<HTMLElement>(".site-header");
/** Less is a finger that trembles, px. */
const STEP = 6;
let last = scrollY;

addEventListener(
  "scroll",
  () => {
    const moved = scrollY - last;
    if (Math.abs(moved) < STEP) return;
    last = scrollY;
    classList.toggle("header-back", moved < 0 && !!header && scrollY > header.offsetHeight);
  },
  { passive: true },
);
// A jump shows the place that it leads to.
addEventListener("hashchange", () => classList.remove("header-back"));
