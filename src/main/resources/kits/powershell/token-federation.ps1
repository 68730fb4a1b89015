$TokenFile = $env:AZURE_FEDERATED_TOKEN_FILE
if (-not $TokenFile) {
    $TokenFile = Join-Path $PSScriptRoot 'federated-token.txt'
}
$Trusted = <<trusted>>

# Sends the token from its file, which is read each time, because such tokens last for minutes.
function Get-TokenAnswer([string] $Scope) {
    if (-not (Test-Path -LiteralPath $TokenFile)) {
        Stop-Here ('Put a token of the other identity provider into federated-token.txt, or name the whole path of its file in AZURE_FEDERATED_TOKEN_FILE. Trusted is: ' + (Get-Plain $Trusted) + '.')
    }
    return Send-Form $TokenUrl @{
        grant_type            = 'client_credentials'
        client_id             = $ClientId
        scope                 = $Scope
        client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
        client_assertion      = [IO.File]::ReadAllText($TokenFile).Replace("`r", '').Replace("`n", '')
    }
}
