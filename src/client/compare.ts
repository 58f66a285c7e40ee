// The values of options are addresses on the page of a pair, and drafts on the page of all pairs.
const selects = [...document.querySelectorAll<HTMLSelectElement>(".pair select")];
const form = document.querySelector<HTMLFormElement>("form.pair");
const [first, second] = selects;

if (!form)
  for (const select of selects) select.addEventListener("change", () => location.assign(select.value));
else if (first && second) {
  const drafts = [...second.options];
  const offerPartners = () => {
    const partners = first.selectedOptions[0]?.dataset.partners?.split(" ") ?? [];
    second.replaceChildren(...drafts.filter(({ value }) => partners.includes(value)));
  };
  offerPartners();
  first.addEventListener("change", offerPartners);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const pair = drafts.filter(({ value }) => value === first.value || value === second.value);
    location.assign(`${form.action}${pair.map(({ value }) => value).join("/")}/`);
  });
}
