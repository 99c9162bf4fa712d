/** <image-picker>: a button tells the window with the text which picture was chosen. */
class ImagePicker extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this)
  }

  handleEvent({ target }) {
    const button = target.closest("button[data-src]")
    if (!button) return
    const { id, src, alt, caption } = button.dataset
    const tell = window.opener?.CKEDITOR?.tools?.callFunction
    if (!tell) {
      this.querySelector("[role=status]").textContent = this.dataset.lost
      return
    }
    tell(this.dataset.for, src, { id, alternative_text: alt, caption })
    window.close()
  }
}
customElements.define("image-picker", ImagePicker)
