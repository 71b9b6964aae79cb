// Most tests wait: for responses, timers and other programs. So more of them run at a time than there are processors.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 8)]
