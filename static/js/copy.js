// Copy the text of the element that `data-copy` names, and say so on the button.

const SHOWN_MS = 2000;

export async function copyFrom(button) {
  const source = document.querySelector(button.dataset.copy);
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = "Selected: press Ctrl C";
  }
  setTimeout(() => (button.textContent = label), SHOWN_MS);
}
