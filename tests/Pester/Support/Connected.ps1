# Gives a test file the module, a sandbox in $sandbox, and a connection to it. The test file begins with this script.

BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Module.ps1'))
    . ([IO.Path]::Combine($PSScriptRoot, 'Sandbox.ps1'))
    $sandbox = Open-Sandbox
    Connect-Sandbox $sandbox
}

AfterAll {
    Disconnect-UponAi
    Close-Sandbox $sandbox
}
