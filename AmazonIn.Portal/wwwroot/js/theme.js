// Runs before the first paint. The server knows the choice from a cookie, but not what the device prefers.
(() => {
    const cookie = name => document.cookie.split("; ").find(part => part.startsWith(name + "="))?.split("=")[1];
    const device = matchMedia("(prefers-color-scheme: dark)");
    const remember = (name, value) =>
        document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;

    const apply = () => {
        const choice = cookie("ain-theme") ?? "system";
        const dark = choice === "dark" || (choice === "system" && device.matches);
        document.documentElement.dataset.theme = dark ? "dark" : "light";
        return dark;
    };

    remember("ain-device", device.matches ? "dark" : "light");
    apply();
    window.amazonIn = { remember, apply, device };
})();
