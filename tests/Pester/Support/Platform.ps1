# A platform for one test file. For every request, a script block gets the path and the Authorization header, and
# returns a status and a body. The script block runs in its own runspace, and shares nothing with the test.

function Open-Platform {
    [OutputType([pscustomobject])]
    param([scriptblock] $Answer)

    $listener = New-Object -TypeName Net.Sockets.TcpListener -ArgumentList ([Net.IPAddress]::Loopback), 0
    $listener.Start()
    $serve = {
        param($Listener, $AnswerText)
        $answer = [scriptblock]::Create($AnswerText)
        $latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $clients = New-Object -TypeName Collections.Generic.List[object]
        while ($true) {
            # A client may open a connection in advance, and send its request on another connection.
            $ready = New-Object -TypeName Collections.ArrayList
            $null = $ready.Add($Listener.Server)
            foreach ($client in $clients) { $null = $ready.Add($client.Client) }
            [Net.Sockets.Socket]::Select($ready, $null, $null, 100000)
            foreach ($client in @($clients | Where-Object { $ready.Contains($_.Client) })) {
                $null = $clients.Remove($client)
                try {
                    $stream = $client.GetStream()
                    $reader = New-Object -TypeName IO.StreamReader -ArgumentList $stream, $latin
                    if (-not ($first = $reader.ReadLine())) { continue }
                    $headers = @{}
                    while ($line = $reader.ReadLine()) {
                        $name, $value = $line -split ': ', 2
                        $headers[$name] = $value
                    }
                    # An unread body would cause a reset.
                    for ($left = [int] $headers['Content-Length']; $left -gt 0; $left--) { $null = $reader.Read() }

                    $status, $body = & $answer ($first -split ' ')[1] $headers['Authorization']
                    $bytes = [Text.Encoding]::UTF8.GetBytes($body)
                    $fields = "HTTP/1.1 $status Status", 'Content-Type: application/json',
                        "Content-Length: $($bytes.Length)", 'Connection: close'
                    $head = $latin.GetBytes(($fields -join "`r`n") + "`r`n`r`n")
                    $stream.Write($head, 0, $head.Length)
                    $stream.Write($bytes, 0, $bytes.Length)
                } finally {
                    $client.Close()
                }
            }
            if ($ready.Contains($Listener.Server)) { $clients.Add($Listener.AcceptTcpClient()) }
        }
    }
    $shell = [powershell]::Create().AddScript($serve).AddArgument($listener).AddArgument("$Answer")
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ BaseUri = "http://$($listener.LocalEndpoint)/"; Listener = $listener; Shell = $shell }
}

function Close-Platform {
    param([AllowNull()] [pscustomobject] $Platform)

    if (-not $Platform) { return }
    $Platform.Shell.Stop()
    $Platform.Shell.Dispose()
    $Platform.Listener.Stop()
}
