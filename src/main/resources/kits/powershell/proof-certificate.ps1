<<assertion>>

function Add-Proof($Form) {
    $Form['client_assertion_type'] = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
    $Form['client_assertion'] = New-Assertion
}
