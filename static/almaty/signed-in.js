/** The end of signing in inside another page of the desk: tells that page, on this site only. */
if (parent !== window) parent.postMessage({ signedIn: true }, location.origin)
