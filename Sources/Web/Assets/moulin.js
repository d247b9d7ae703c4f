// Everything works without this file; it saves keystrokes.

// A slash leads to the box that takes everything.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("input[name=q]");
  event.preventDefault();
  if (box) box.focus();
  else location.assign("/bench");
});

// A form that was sent is not sent again by a second press.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// A scanner types faster than any hand: what it types outside of a box goes to the bench.
let scanned = "";
let last = 0;
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const now = event.timeStamp;
  if (now - last > 60) scanned = "";
  last = now;
  if (event.key.length === 1) scanned += event.key;
  if (event.key === "Enter" && scanned.length > 4) {
    event.preventDefault();
    location.assign(`/bench?q=${encodeURIComponent(scanned)}`);
  }
});

// Where the browser reads codes itself, the camera is a scanner too.
const scan = document.querySelector("form.scan");
if (scan && "BarcodeDetector" in window && navigator.mediaDevices) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = document.documentElement.lang === "fr" ? "Caméra" : "Camera";
  button.addEventListener("click", () => look(scan, button));
  scan.append(button);
}

async function look(form, button) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const video = Object.assign(document.createElement("video"), { srcObject: stream, muted: true, playsInline: true });
  button.replaceWith(video);
  await video.play();
  const detector = new BarcodeDetector();
  const seek = async () => {
    const [code] = await detector.detect(video).catch(() => []);
    if (!code) return requestAnimationFrame(seek);
    for (const track of stream.getTracks()) track.stop();
    const empty = [...form.querySelectorAll("input:not([type=hidden])")].find((input) => !input.value);
    if (empty) empty.value = code.rawValue;
    form.requestSubmit();
  };
  seek();
}

// A file is sent with the session's own mark in a header, and the answer takes the place of the result.
for (const form of document.querySelectorAll("form[data-upload]")) {
  const box = form.querySelector("[data-file]");
  box.hidden = false;
  form.addEventListener("submit", async (event) => {
    const wish = event.submitter?.value ?? "look";
    if (!form.elements.file.files.length || wish === "rejects") return;
    event.preventDefault();
    const data = new FormData(form);
    data.set("do", wish);
    const answer = await fetch(form.action, { method: "POST", body: data, headers: { "X-Form-Token": form.elements.csrf.value } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = page.querySelector(".problem[role=alert]");
    document.querySelector("#result").replaceChildren(...(told ? [told] : page.querySelector("#result").children));
    delete form.dataset.sent;
  });
}
