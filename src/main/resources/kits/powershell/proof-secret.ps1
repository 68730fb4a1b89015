<<secret>>

function Add-Proof($Form) {
    $Form['client_secret'] = Read-Secret
}
