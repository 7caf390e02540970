// A button with data-passkey asks the browser for a passkey before its form is sent: "get" for one that exists, "create"
// for a new one, "confirm" for one in place of a code, where the code is left empty.
const field = "Input.Credential";

document.addEventListener("submit", event => {
    const button = event.submitter;
    const form = event.target;
    const kind = button?.dataset.passkey;
    if (!kind || form.elements[field].value || (kind === "confirm" && form.elements["Input.Code"].value.trim())) {
        return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, button, kind);
}, { capture: true });

async function ask(form, button, kind) {
    const problem = form.querySelector(".passkey-problem");
    problem.hidden = true;
    button.disabled = true;
    try {
        if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
            throw new DOMException("", "NotSupportedError");
        }

        form.elements[field].value = JSON.stringify(await (kind === "create" ? create(form) : get(form)));
        button.disabled = false;
        form.requestSubmit(button);
    } catch (error) {
        button.disabled = false;
        problem.textContent = wordsFor(error, kind);
        problem.hidden = false;
    }
}

async function get(form) {
    const options = await optionsFrom("/account/passkeys/request-options", form);
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function create(form) {
    const options = await optionsFrom("/account/second-factor/creation-options", form);
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
}

async function optionsFrom(address, form) {
    const token = form.elements.__RequestVerificationToken.value;
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }) });
    if (!answer.ok) {
        throw new Error(answer.status === 429
            ? "Too many attempts from your address. Wait a minute, then try again."
            : "The portal did not answer as expected. Load the page again, then try once more.");
    }

    return answer.json();
}

function wordsFor(error, kind) {
    switch (error.name) {
        case "NotAllowedError":
            return kind === "create"
                ? "No passkey was made: it was cancelled, or took too long. Try again when you are ready."
                : "No passkey was given: it was cancelled, took too long, or this device has none for this portal.";
        case "InvalidStateError":
            return "This device already has a passkey for your account.";
        case "NotSupportedError":
            return "This browser or device cannot do this kind of passkey. Use a code from an authenticator app instead.";
        case "SecurityError":
            return "Passkeys work only over https and under the portal's own name, not under a bare IP address.";
        case "TypeError":
            return "The portal could not be reached. Check your connection, then try again.";
        default:
            return error.message;
    }
}
