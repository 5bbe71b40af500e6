// Files of the user's records. A backup goes to the browser's downloads; one that the user chooses comes back.
// The program asks by events of the canvas and is answered by one.

/** Gives a text to the browser as a file to be put with its downloads. */
function download({ name, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it only after this event.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Lets the user choose a file and tells the program what is in it. */
function choose(canvas) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = ".jsonl,application/jsonl,text/plain";
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (!file) return;
    // What cannot be read is told by the program as a file without records.
    const text = await file.text().catch(() => "");
    canvas.dispatchEvent(new CustomEvent("myomap-restore", { detail: text }));
  });
  field.click();
}

export function exchangeBackups(canvas) {
  canvas.addEventListener("myomap-download", (event) => download(JSON.parse(event.detail)));
  canvas.addEventListener("myomap-choose-backup", () => choose(canvas));
}
