// A revealed contact is blanked here as well: without a connection the server cannot take it back.

/** Blanks the element's texts after so many milliseconds, or as soon as nobody looks at them or nobody could take them back. */
export function watch(element, milliseconds) {
    const watching = new AbortController();
    const { signal } = watching;
    const bar = document.getElementById("components-reconnect-modal");
    const timer = setTimeout(hide, milliseconds);

    function hide() {
        clearTimeout(timer);
        watching.abort();
        if (!element.isConnected) {
            return;
        }

        // The nodes stay: the framework still knows them.
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            texts.currentNode.data = "";
        }

        element.querySelector("[data-hide]")?.click();
    }

    document.addEventListener("visibilitychange", () => document.hidden && hide(), { signal });
    window.addEventListener("pagehide", hide, { signal });
    bar?.addEventListener("components-reconnect-state-changed", event => event.detail.state !== "hide" && hide(), { signal });
}
