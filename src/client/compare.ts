// The two selects of a comparison. On the page of a pair every option is an address; on the page of all pairs the two drafts make
// one, in the order of their dates.
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
