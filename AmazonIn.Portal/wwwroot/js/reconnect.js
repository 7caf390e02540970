// The framework sets classes on the bar; this only handles the buttons and the way back.
const bar = document.getElementById("components-reconnect-modal");

if (bar) {
    bar.addEventListener("components-reconnect-state-changed", event => {
        if (event.detail.state === "failed") {
            document.addEventListener("visibilitychange", retryWhenVisible);
        } else if (event.detail.state === "rejected") {
            location.reload();
        }
    });
    document.getElementById("components-reconnect-button").addEventListener("click", retry);
    document.getElementById("components-resume-button").addEventListener("click", resume);
}

async function retry() {
    document.removeEventListener("visibilitychange", retryWhenVisible);
    try {
        // False: the server was reached but knows the circuit no longer.
        if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
            location.reload();
        }
    } catch {
        document.addEventListener("visibilitychange", retryWhenVisible);
    }
}

async function resume() {
    try {
        if (!await Blazor.resumeCircuit()) {
            location.reload();
        }
    } catch {
        bar.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
    }
}

function retryWhenVisible() {
    if (document.visibilityState === "visible") {
        retry();
    }
}
