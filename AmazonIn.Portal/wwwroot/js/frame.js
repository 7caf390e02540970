let layout;
let controller;

export function attach(reference) {
    layout = reference;
    controller = new AbortController();
    const { signal } = controller;
    document.addEventListener("keydown", onKey, { signal });
    window.amazonIn.device.addEventListener("change", onDevice, { signal });
    onDevice();
}

export function detach() {
    controller?.abort();
    layout = undefined;
}

export function setTheme(choice) {
    window.amazonIn.remember("ain-theme", choice);
    return window.amazonIn.apply();
}

export function setNavigation(collapsed) {
    window.amazonIn.remember("ain-nav", collapsed ? "rail" : "wide");
}

function onKey(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        layout?.invokeMethodAsync("OpenSearchAsync");
    } else if (event.key === "Escape") {
        layout?.invokeMethodAsync("EscapeAsync");
    }
}

function onDevice() {
    const dark = window.amazonIn.device.matches;
    window.amazonIn.remember("ain-device", dark ? "dark" : "light");
    window.amazonIn.apply();
    layout?.invokeMethodAsync("DeviceThemeChangedAsync", dark);
}
