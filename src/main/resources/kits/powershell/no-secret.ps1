# The client is a public one and has no secret.
function Read-Secret {
    return ''
}
