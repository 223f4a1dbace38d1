// Makes photos small before they are sent, and leaves behind where and with what they were taken. Without this script
// the form works as well: the server takes those out, and refuses what is too large.
const SIDE = 1600
const form = document.querySelector('form[data-shrink]')
const field = form?.querySelector('input[type=file]')
let making

async function small(file) {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
  return new File([blob], 'foto.jpg', { type: 'image/jpeg' })
}

async function shrinkAll() {
  const files = await Promise.all([...field.files].map((file) => small(file).catch(() => file)))
  const box = new DataTransfer()
  for (const file of files) box.items.add(file)
  field.files = box.files
}

field?.addEventListener('change', () => {
  making = shrinkAll().finally(() => (making = undefined))
})
form?.addEventListener('submit', (event) => {
  if (!making) return
  event.preventDefault()
  void making.finally(() => form.requestSubmit())
})
