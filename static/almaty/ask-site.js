/**
 * What scripts of the desk ask the site: JSON, and who is signed in.
 *
 * Its address stands in the template "sign-in-again", for the scripts that import it.
 */
const TIMEOUT = 20000

const desk = document.getElementById("sign-in-again")
const csrf = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? ""

/** The answer to JSON, and its status; status 0 when there is none, or none that can be read. */
const ask = async (url, body) => {
  try {
    const answer = await fetch(url, {
      method: body ? "POST" : "GET",
      headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json", "X-CSRFToken": csrf() }) },
      body: body && JSON.stringify(body),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT),
    })
    return { status: answer.status, ...(await answer.json().catch(() => ({ status: answer.ok ? 0 : answer.status }))) }
  } catch {
    return { status: 0 }
  }
}

/** Who is signed in; where that is whom the page was made for, its forms get the token of now. */
export const session = async () => {
  const { status, signed_in: isSignedIn, user, csrf_token: token } = await ask(desk.dataset.session)
  const isOurs = isSignedIn === true && user === desk.dataset.user
  if (isOurs) for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token
  return { isThere: status === 200, isSignedIn, isOurs, token }
}

/** Why something is not sent, in words for a person; any other error has none. */
export class NotSent extends Error {}
export const inWords = (error) => (error instanceof NotSent ? error.message : desk.dataset.notSent)

/** Sends JSON; a token that another tab has made old is renewed on the way. */
export const send = async (url, body) => {
  const answer = await ask(url, body)
  if (answer.status !== 403 || answer.reason !== "csrf") return answer
  return (await session()).isOurs ? ask(url, body) : { ...answer, status: 401 }
}
