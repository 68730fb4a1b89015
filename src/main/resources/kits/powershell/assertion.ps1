$Thumbprint = <<thumbprint>>
$X5tS256 = <<x5t>>

# The key from client-key.pem beside this file (PowerShell 7), or from the certificate store of the person.
function Get-Key {
    $file = Join-Path $PSScriptRoot 'client-key.pem'
    if (Test-Path -LiteralPath $file) {
        if ($PSVersionTable.PSVersion.Major -lt 7) {
            Stop-Here 'Windows PowerShell reads no PEM files: use PowerShell 7, or import the certificate with its key into your certificate store.'
        }
        $key = [System.Security.Cryptography.RSA]::Create()
        $key.ImportFromPem([IO.File]::ReadAllText($file))
        return $key
    }
    if (Test-Path 'Cert:\CurrentUser\My') {
        $hash = [System.Security.Cryptography.SHA256]::Create()
        foreach ($certificate in Get-ChildItem 'Cert:\CurrentUser\My') {
            $print = [BitConverter]::ToString($hash.ComputeHash($certificate.RawData)).Replace('-', '')
            if ($print -eq $Thumbprint -and $certificate.HasPrivateKey) {
                return [System.Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
            }
        }
    }
    Stop-Here ('Put the private key of the certificate into client-key.pem, or import the certificate with its key into your certificate store. It has the SHA-256 thumbprint ' + $Thumbprint + '.')
}

# A statement of who the client is, signed with its key and good for five minutes.
function New-Assertion {
    $now = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
    $head = '{"alg":"PS256","typ":"JWT","x5t#S256":"' + $X5tS256 + '"}'
    $body = '{"aud":"' + $TokenUrl + '","iss":"' + $ClientId + '","sub":"' + $ClientId + '","jti":"' + [Guid]::NewGuid() + '","nbf":' + $now + ',"exp":' + ($now + 300) + '}'
    $utf8 = [Text.Encoding]::UTF8
    $signed = (ConvertTo-Base64Url $utf8.GetBytes($head)) + '.' + (ConvertTo-Base64Url $utf8.GetBytes($body))
    $key = Get-Key
    $sign = $key.SignData($utf8.GetBytes($signed), [System.Security.Cryptography.HashAlgorithmName]::SHA256, [System.Security.Cryptography.RSASignaturePadding]::Pss)
    return $signed + '.' + (ConvertTo-Base64Url $sign)
}
