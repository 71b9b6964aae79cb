// Most tests wait: for responses, timers and other programs. So up to 8 run at a time, even on fewer processors.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 8)]
