/** <map-highlights> marks a country on the map and in the list beside it together. */
class MapHighlights extends HTMLElement {
  connectedCallback() {
    for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) {
      this.addEventListener(type, this)
    }
  }

  handleEvent({ type, target }) {
    const link = target.closest("a")
    if (!link) return
    const isOn = type === "pointerover" || type === "focusin"
    for (const other of this.querySelectorAll("a")) {
      const isSame = other.getAttribute("href") === link.getAttribute("href")
      if (isSame) other.classList.toggle("is-on", isOn)
    }
  }
}
customElements.define("map-highlights", MapHighlights)
