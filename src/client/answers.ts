// Clauses and comparisons: buttons that copy an answer, the two selects of a comparison, and addresses of what is folded.
import "./copy.ts";

/** Opens everything folded around the target of the address. Browsers before 2024 do not do so themselves. */
function openTarget(): void {
  let fold = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
  if (!fold || fold.open) return;
  for (; fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
addEventListener("hashchange", openTarget);
openTarget();

// On the page of a pair every option is an address; on the page of all pairs the two drafts make one, in the order of their dates.
const selects = [...document.querySelectorAll<HTMLSelectElement>(".pair select")];
const form = document.querySelector<HTMLFormElement>("form.pair");
for (const select of selects)
  select.addEventListener("change", () => {
    if (!form) location.assign(select.value);
  });
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const drafts = [...selects].sort((a, b) => a.selectedIndex - b.selectedIndex).map(({ value }) => value);
  if (drafts[0] !== drafts[1]) location.assign(`${form.action}${drafts.join("/")}/`);
});
