$AuthorizeUrl = <<authorize-url>>
$RedirectUri = <<redirect-uri>>
# Only a single-page application has one: the sign-in service gives its tokens to browsers only.
$Origin = <<origin>>

<<proof>>

function Get-TokenAnswer([string] $Scope) {
    $verifier = ConvertTo-Base64Url (New-RandomBytes 48)
    $state = [Guid]::NewGuid().ToString('N')
    $hash = [System.Security.Cryptography.SHA256]::Create()
    $challenge = ConvertTo-Base64Url $hash.ComputeHash([Text.Encoding]::ASCII.GetBytes($verifier))
    Write-Line 'Open this address, and sign in as somebody who may read from the service:'
    Write-Line ($AuthorizeUrl + '?client_id=' + $ClientId + '&response_type=code&redirect_uri=' + [Uri]::EscapeDataString($RedirectUri) + '&scope=' + [Uri]::EscapeDataString($Scope) + '&state=' + $state + '&code_challenge=' + $challenge + '&code_challenge_method=S256')
    Write-Line 'You are then sent to another address. The page may not load; that does not matter. Copy that address and paste it here:'
    $address = [Console]::In.ReadLine()
    if (-not $address -or -not $address.Contains('state=' + $state)) {
        return 'That is not the address of this sign-in.'
    }
    if ($address -notmatch '[?&]code=([^&#]+)') {
        return 'There is no code in that address.'
    }
    $form = @{
        grant_type    = 'authorization_code'
        client_id     = $ClientId
        redirect_uri  = $RedirectUri
        scope         = $Scope
        code          = [Uri]::UnescapeDataString($Matches[1])
        code_verifier = $verifier
    }
    Add-Proof $form
    return Send-Form $TokenUrl $form $Origin
}
