// Tells the portal that a person is at work, at most so often; what they do stays here.
const acts = ["pointerdown", "keydown", "wheel", "touchmove"];
let watcher;
let controller;
let told = 0;
let pause = 0;

export function attach(reference, milliseconds) {
    watcher = reference;
    pause = milliseconds;
    controller = new AbortController();
    for (const act of acts) {
        document.addEventListener(act, tell, { signal: controller.signal, capture: true, passive: true });
    }
}

export function detach() {
    controller?.abort();
    watcher = undefined;
}

function tell() {
    const now = performance.now();
    if (told === 0 || now - told >= pause) {
        told = now;
        watcher?.invokeMethodAsync("ActiveAsync").catch(() => told = 0);
    }
}
