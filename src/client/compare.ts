// Options hold addresses on the page of a pair, and drafts on the page of all pairs.
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
