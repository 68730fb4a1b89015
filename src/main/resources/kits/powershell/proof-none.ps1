# The client is a public one and proves nothing.
function Add-Proof($Form) {
}
