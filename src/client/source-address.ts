// All sources stood on this page once, each at an anchor: such an address leads on to the page of its letter.
const id = location.hash.slice(1);

async function leadOn(): Promise<void> {
  const response = await fetch("letters.json");
  const letters = (await response.json()) as Record<string, string[]>;
  const letter = Object.keys(letters).find((name) => letters[name]?.includes(id));
  if (letter) location.replace(`${letter}/#${id}`);
}

// An anchor that nothing is known of leaves the reader at the list of publishers, as one does without this script.
if (id && !document.getElementById(id)) leadOn().catch(() => undefined);
