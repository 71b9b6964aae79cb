# A test file that begins with this one has the module, a sandbox of its own, $sandbox, and a connection to it.

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
