$SecretName = <<secret-name>>

function Read-Secret {
    $file = Join-Path $PSScriptRoot 'client-secret.txt'
    $text = ''
    if (Test-Path -LiteralPath $file) {
        $text = [IO.File]::ReadAllText($file).Replace("`r", '').Replace("`n", '')
    }
    if ($text -eq '' -or $text.Contains('<<placeholder>>')) {
        Stop-Here ('Put the value of the secret into client-secret.txt, on one line and nothing else. It is the one described as ' + (Get-Plain $SecretName) + '.')
    }
    return $text
}
