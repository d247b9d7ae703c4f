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

// Whoever scans touches no mouse: the box is ready before the page has been drawn.
document.querySelector("[autofocus]")?.focus();

// A scanner types faster than any hand: what it types outside of a box goes to the one that waits for it, or to the bench.
let scanned = "";
let last = 0;
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const now = event.timeStamp;
  if (now - last > 60) scanned = "";
  last = now;
  if (event.key.length === 1) scanned += event.key;
  if (event.key !== "Enter" || scanned.length <= 4) return;
  event.preventDefault();
  if (!fill(document.querySelector("form.scan"), scanned)) location.assign(`/bench?q=${encodeURIComponent(scanned)}`);
});

// Puts what was scanned into the first empty box of a form and sends it; false where none waits.
function fill(form, text) {
  const empty = form && [...form.querySelectorAll("input:not([type=hidden], [type=password])")].find((input) => !input.value);
  if (!empty) return false;
  empty.value = text;
  form.requestSubmit();
  return true;
}

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
    fill(form, code.rawValue);
  };
  seek();
}

// On a narrow screen the pages stand in one row that scrolls: the one that is open is brought into sight.
const here = document.querySelector("nav [aria-current]");
if (here) here.closest("nav").scrollLeft = here.offsetLeft - here.closest("nav").offsetLeft - 48;
