/**
 * What this browser keeps of forms: IndexedDB, for a text may be longer than localStorage takes.
 *
 * Its address stands in the template "sign-in-again", for the scripts that import it.
 */
let opened = null
const database = () => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("kept-forms", 1)
    request.onupgradeneeded = () => request.result.createObjectStore("forms", { keyPath: "key" })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

const inBrowser = async (mode, act) => {
  const transaction = (await database()).transaction("forms", mode, { durability: "strict" })
  const request = act(transaction.objectStore("forms"))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}

export const put = (row) => inBrowser("readwrite", (forms) => forms.put(row))
/** For what is typed into a form after it was saved: it is another form then. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
export const remove = (key) => inBrowser("readwrite", (forms) => forms.delete(key))
/** Those of a person, or all. */
export const rowsOf = async (user) =>
  (await inBrowser("readonly", (forms) => forms.getAll())).filter((row) => row.user === user || !user)
