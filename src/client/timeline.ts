// Keeps the topic and the month that a reader chooses on the timeline in its address.
function setAddress(change: (url: URL) => void) {
  const url = new URL(location.href);
  change(url);
  history.replaceState(null, "", url);
}

const topic = new URLSearchParams(location.search).get("topic");
const chosen = document.querySelector<HTMLInputElement>(`.filters [value="${CSS.escape(topic ?? "")}"]`);
if (chosen) chosen.checked = true;

document.querySelector(".filters")?.addEventListener("change", ({ target }) => {
  const { value } = target as HTMLInputElement;
  setAddress(({ searchParams }) => (value ? searchParams.set("topic", value) : searchParams.delete("topic")));
});

for (const period of document.querySelectorAll<HTMLDetailsElement>(".period details"))
  period.querySelector("summary")?.addEventListener("click", () => {
    // The click has not opened it yet.
    setAddress((url) => (url.hash = period.open ? "" : (period.querySelector("ol")?.id ?? "")));
  });
