// Options hold addresses on the page of a pair, and drafts on the page of all pairs.
const selects = [...document.querySelectorAll<HTMLSelectElement>(".pair select")];
const form = document.querySelector<HTMLFormElement>("form.pair");
for (const select of selects)
  select.addEventListener("change", () => {
    if (!form) return location.assign(select.value);
    const isSame = selects.every(({ value }) => value === select.value);
    selects.at(-1)?.setCustomValidity(isSame ? "Choose two different drafts." : "");
  });
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const drafts = [...selects].sort((a, b) => a.selectedIndex - b.selectedIndex).map(({ value }) => value);
  location.assign(`${form.action}${drafts.join("/")}/`);
});
