"use strict";
for (const box of document.querySelectorAll("nav input")) {
  box.addEventListener("change", () => {
    for (const row of document.querySelectorAll("tbody tr." + box.value)) {
      row.classList.toggle("hidden", !box.checked);
    }
  });
}
